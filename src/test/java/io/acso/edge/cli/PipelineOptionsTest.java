package io.acso.edge.cli;

import static io.acso.edge.cli.CommandLineTest.run;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules changed by pipelines, from the command line. */
class PipelineOptionsTest {

    private static final String RULE = """
            title: R
            logsource: {category: process_creation, product: windows}
            detection:
                selection: {Image|endswith: '\\x.exe', User|expand: '%%admins%%'}
                condition: selection
            """.replace("%%", "%");
    private static final String EVENT = """
            {"Event":{"System":{"EventID":4688,"Channel":"Security","Computer":"host","EventRecordID":1,\
            "TimeCreated":{"#attributes":{"SystemTime":"2026-01-01T00:00:00Z"}},\
            "Provider":{"#attributes":{"Name":"Microsoft-Windows-Security-Auditing"}}},\
            "EventData":{"NewProcessName":"C:\\\\x.exe","SubjectUserName":"bo"}}}
            """;

    @TempDir
    Path directory;

    @Test
    void a_pipeline_fills_placeholders_and_4688_meets_the_rule() throws IOException {
        String rules = write("r/rule.yml", RULE);
        String pipeline = write("p.yml", "vars: {admins: bo}\nfinalizers: []\n");
        String events = write("e.json", EVENT);

        assertThat(run("rules", "check", rules).code()).isEqualTo(1);
        assertThat(run("rules", "check", rules, "--pipeline", pipeline).code()).isZero();
        CommandLineTest.Ran ran = run("detect", "--rules", rules, "--pipeline", pipeline, "--json", events);
        assertThat(ran.code()).isZero();
        assertThat(ran.out()).contains("NewProcessName").contains("x.exe");
        assertThat(ran.err()).contains("p.yml: 'finalizers' is passed over");
    }

    @Test
    void a_pipeline_that_cannot_be_used_is_bad_input() throws IOException {
        String rules = write("r/rule.yml", RULE);
        String bad = write("bad.yml", "name: x\ntransformations:\n  - type: nothing\n");

        CommandLineTest.Ran ran = run("rules", "check", rules, "--pipeline", bad);
        assertThat(ran.code()).isEqualTo(3);
        assertThat(ran.err()).contains("bad.yml:3: nothing: is no type of transformation");
        CommandLineTest.Ran missing = run("rules", "check", rules, "--pipeline", "none");
        assertThat(missing.code()).isEqualTo(3);
        assertThat(missing.err()).contains("the shipped pipelines are [sysmon, cloudtrail, ocsf");
        assertThat(run("rules", "check", rules, "--pipeline", "ocsf").code()).isEqualTo(1);
    }

    private String write(String name, String text) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text).toString();
    }
}
