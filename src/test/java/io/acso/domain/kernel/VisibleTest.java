package io.acso.domain.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What people are shown of text from outside; the console's own is held to the same in visible.test.ts. */
class VisibleTest {

    @Example
    void what_is_not_seen_is_written_out() {
        assertThat(Visible.text("user/\u202enimda")).isEqualTo("user/\\u202enimda");
        assertThat(Visible.text("ad\u200bmin\u0007 \u001b[31mroot\u009b0m"))
                .isEqualTo("ad\\u200bmin\\u0007 \\u001b[31mroot\\u009b0m");
        assertThat(Visible.text("a\u00add\u034fm\u3164in\u2028")).isEqualTo("a\\u00add\\u034fm\\u3164in\\u2028");
        assertThat(Visible.text("ad\u200dmin\u200c")).isEqualTo("ad\\u200dmin\\u200c");
        assertThat(Visible.text("a" + Character.toString(0xe0041) + "\ue000\ud83d"))
                .isEqualTo("a\\udb40\\udc41\\ue000\\ud83d");
        assertThat(Visible.text("a" + "\u0301".repeat(6))).isEqualTo("a" + "\u0301".repeat(4) + "\\u0301\\u0301");
    }

    @Example
    void all_other_text_stays_in_any_language() {
        String plain = "Zoë מנהל 管理 می‌خواهم क्‍ष 👩‍💻 ❤️ 👍🏽 한글 <b> C:\\users\\u202e a\u0301\u0302";
        assertThat(Visible.text(plain)).isEqualTo(plain);
        assertThat(Visible.line(plain)).isEqualTo(plain);
    }

    @Example
    void lines_stay_where_they_may_and_a_return_alone_overwrites_none() {
        assertThat(Visible.text("a\n\tb\r\nc\rd")).isEqualTo("a\n\tb\r\nc\\u000dd");
        assertThat(Visible.line("a\n\tb\r\n")).isEqualTo("a\\u000a\\u0009b\\u000d\\u000a");
    }

    @Property
    void twice_is_once_and_nothing_steers_a_terminal(@ForAll String raw) {
        String seen = Visible.line(raw);
        assertThat(Visible.line(seen)).isEqualTo(seen);
        assertThat(seen.chars()).noneMatch(Character::isISOControl);
    }

    @Property
    void json_says_the_same_as_before(@ForAll String raw) {
        String written = Json.text(raw);
        assertThat(Json.read(Visible.text(written), String.class)).isEqualTo(Json.read(written, String.class));
    }
}
