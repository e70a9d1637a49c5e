package io.acso.edge.connector.shell;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Which scripts of playbooks may run on the platform's own machine. With the defaults none.
 *
 * @param enabled whether any may
 * @param allowed regular expressions (RE2); a script runs only when one of them fits all of it; none by default
 * @param bash the program for bash scripts
 * @param powershell the program for PowerShell scripts
 * @param timeout how long a script may take where its step says nothing
 * @param output how much is kept of what a script writes, of each stream
 */
@ConfigurationProperties("acso.shell")
public record ShellSettings(
        @DefaultValue("false") boolean enabled,
        @DefaultValue List<String> allowed,
        @DefaultValue("/bin/bash") Path bash,
        @DefaultValue("/usr/bin/pwsh") Path powershell,
        @DefaultValue("60s") Duration timeout,
        @DefaultValue("16KB") DataSize output) {

    public ShellSettings {
        allowed = List.copyOf(allowed);
        for (String expression : allowed) {
            try {
                Pattern.compile(expression);
            } catch (PatternSyntaxException e) {
                throw new IllegalArgumentException(
                        "acso.shell.allowed holds regular expressions of RE2, not '" + expression + "': "
                                + e.getMessage(),
                        e);
            }
        }
    }
}
