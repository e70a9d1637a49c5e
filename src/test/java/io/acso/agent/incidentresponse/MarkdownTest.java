package io.acso.agent.incidentresponse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever text comes from outside is shown as text. */
class MarkdownTest {

    private static final Pattern TAG = Pattern.compile("</?([a-zA-Z][a-zA-Z0-9]*)([^>]*)>");

    @Property(tries = 400)
    void hostile_text_adds_no_element_and_breaks_no_table(@ForAll("hostile") String text) {
        String html = html(new Markdown()
                .heading(1, "Title " + text)
                .paragraph(text)
                .table(List.of("A", "B"), List.of(List.of(text, "x"), List.of("y", text)))
                .bullet(text));
        Matcher tag = TAG.matcher(html);
        while (tag.find()) {
            assertThat(tag.group(1).toLowerCase(Locale.ROOT))
                    .isIn("h1", "p", "table", "thead", "tbody", "tr", "th", "td", "ul", "li");
            assertThat(tag.group(2)).isBlank();
        }
        assertThat(count(html, "<tr>")).isEqualTo(3);
        assertThat(count(html, "<th>")).isEqualTo(2);
        assertThat(count(html, "<td>")).isEqualTo(4);
        assertThat(count(html, "<li>")).isEqualTo(1);
    }

    @Example
    void what_cannot_be_seen_is_named() {
        assertThat(Markdown.escape("invoice\u202Egpj.exe\u200B\u001B[31m\u2028"))
                .isEqualTo("invoice\\\\u202egpj.exe\\\\u200b\\\\u001b\\[31m\\\\u2028");
    }

    @Example
    void a_long_value_is_cut_and_a_number_begins_no_list() {
        assertThat(Markdown.escape("x".repeat(10_000))).hasSizeLessThan(700).endsWith(" …");
        assertThat(html(new Markdown().paragraph("1. evil").bullet("2) worse"))).doesNotContain("<ol");
        assertThat(html(new Markdown().paragraph("     indented"))).doesNotContain("<pre");
    }

    @Example
    void plain_text_survives() {
        String text = "arn:aws:iam::111122223333:user/build_deployer \\| 3 < 4 & \"quoted\" ünïcödé 日本";
        String html = html(new Markdown().table(List.of("A"), List.of(List.of(text))));
        assertThat(html)
                .contains(
                        "<td>arn:aws:iam::111122223333:user/build_deployer \\| 3 &lt; 4 &amp; &quot;quoted&quot; ünïcödé 日本</td>");
    }

    @Example
    void a_title_cannot_call_up_the_template() {
        String page = HtmlReport.of("# Real\n", "</title><script>alert(1)</script>{{body}}");
        assertThat(page).contains("<title>&lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt;{{body}}</title>");
        assertThat(count(page, "<h1>")).isEqualTo(1);
        assertThat(page).doesNotContain("<script", "src=", "href=", "url(", "@import", "http:", "https:");
    }

    private static String html(Markdown page) {
        String whole = HtmlReport.of(page.text(), "t");
        return whole.substring(whole.indexOf("<body>") + 6, whole.indexOf("</body>"));
    }

    private static int count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }

    @Provide
    Arbitrary<String> hostile() {
        Arbitrary<String> pieces = Arbitraries.of(
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "<!-- ",
                "|",
                "\\",
                "\n",
                "\r\n\r\n",
                "# ",
                "- ",
                "* ",
                "1. ",
                "12) ",
                "    ",
                "\t",
                "`",
                "```",
                "~~~",
                "---",
                "===",
                "> ",
                "[a](javascript:alert(1))",
                "![a](http://evil)",
                "<http://evil>",
                "[x]: http://evil",
                "&lt;",
                "&#60;",
                "**b**",
                "_i_",
                "\u001B[31m",
                "\u202E",
                "\u2028",
                "\uD83D\uDE00",
                "\uD800",
                "{{body}}",
                "text");
        return pieces.list().ofMinSize(1).ofMaxSize(8).map(parts -> String.join("", parts));
    }
}
