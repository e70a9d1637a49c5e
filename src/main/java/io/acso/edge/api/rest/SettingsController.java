package io.acso.edge.api.rest;

import io.acso.edge.api.access.Permitted;
import io.acso.edge.operations.EffectiveSettings;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the platform was told to be like. It is told anew by a restart, not here. */
@RestController
@RequestMapping("/api/v1/settings")
final class SettingsController {

    private final EffectiveSettings settings;

    SettingsController(EffectiveSettings settings) {
        this.settings = settings;
    }

    /** Each setting as it is in force, with its default and what it means; secrets do not show. */
    @GetMapping
    @Permitted("setting.read")
    List<EffectiveSettings.EffectiveSetting> list() {
        return settings.all();
    }
}
