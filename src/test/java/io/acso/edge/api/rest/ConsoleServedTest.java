package io.acso.edge.api.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.acso.edge.console.Console;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The console as a browser gets it, before anybody has signed in. */
class ConsoleServedTest extends ApiSuite {

    private static final Pattern NONCE = Pattern.compile("name=\"csp-nonce\" content=\"([\\w-]+)\"");
    private static final Pattern SCRIPT = Pattern.compile("src=\"(/assets/[^\"]+\\.js)\"");

    @Test
    void every_deep_link_gives_the_page_that_finds_its_own_way() {
        assumeBuilt();
        for (String path : new String[] {"/", "/incidents", "/incidents/inc-1/graph", "/setup"}) {
            HttpResponse<String> page = get(path);
            assertThat(page.statusCode()).as(path).isEqualTo(200);
            assertThat(page.body()).contains("<div id=\"root\">");
            assertThat(page.headers().firstValue("cache-control")).contains("no-store");
        }
    }

    @Test
    void no_page_may_run_what_the_build_did_not_bring() {
        assumeBuilt();
        HttpResponse<String> page = get("/");
        String policy = page.headers().firstValue("content-security-policy").orElseThrow();
        assertThat(policy)
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe", "*");
        assertThat(policy).contains("'nonce-" + found(NONCE, page.body()) + "'");
        assertThat(found(NONCE, get("/").body())).isNotEqualTo(found(NONCE, page.body()));
        assertThat(page.body()).doesNotContainPattern("<script>|<style>|style=\"|onload=");
    }

    @Test
    void files_named_by_their_content_are_kept_for_good_and_come_compressed() {
        assumeBuilt();
        String script = found(SCRIPT, get("/").body());
        HttpResponse<String> answer = platform.send(
                platform.nobodyTo(script).header("accept-encoding", "br, gzip").GET());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-encoding")).contains("br");
        assertThat(answer.headers().firstValue("cache-control").orElseThrow()).contains("immutable");
        assertThat(get("/assets/none.js").statusCode()).isEqualTo(404);
    }

    @Test
    void a_page_names_the_files_of_its_area() {
        assumeBuilt();
        assertThat(get("/incidents/inc-1").body())
                .contains("/assets/incidents-")
                .doesNotContain("/assets/overview-");
        assertThat(get("/").body()).contains("/assets/overview-").doesNotContain("/assets/incidents-");
    }

    private HttpResponse<String> get(String path) {
        return platform.send(platform.nobodyTo(path).GET());
    }

    private static void assumeBuilt() {
        assumeTrue(Console.present(), Console.CURE);
    }

    private static String found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertThat(matcher.find()).as(pattern.pattern()).isTrue();
        return matcher.group(1);
    }
}
