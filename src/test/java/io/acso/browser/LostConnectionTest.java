package io.acso.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** The way to the platform is cut and mended while somebody looks. */
class LostConnectionTest extends BrowserSuite {

    private static final LocatorAssertions.HasAttributeOptions SOON =
            new LocatorAssertions.HasAttributeOptions().setTimeout(60_000);

    @Test
    void is_said_and_recovered_from_by_itself() {
        Stage stage = Stage.shared();
        try (Cable cable = new Cable(stage.console().getPort())) {
            URI console = URI.create("http://localhost:" + cable.port());
            Visitor visitor =
                    come(new Visitor(console, Screen.DESK, stage.alice().state()));
            Page page = visitor.open("/overview");
            var link = page.locator("[role=status][data-state]");
            assertThat(link).hasAttribute("data-state", "live", SOON);
            cable.cut();
            assertThat(link).not().hasAttribute("data-state", "live", SOON);
            cable.mend();
            assertThat(link).hasAttribute("data-state", "live", SOON);
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                    .isVisible();
            // The browser itself complains about what could not be reached.
            visitor.forgive();
        }
    }
}
