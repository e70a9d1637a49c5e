package io.acso.core.detection.scan;

import io.acso.core.detection.value.Fold;
import io.acso.core.detection.value.Needle;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All needles that are to be searched in the texts of one field under one {@link Fold}. */
public final class TextIndex {

    private final Fold fold;
    private final List<EdgeIndex> edges = new ArrayList<>();
    private final @Nullable GramIndex anywhere;
    private final @Nullable ShortIndex brief;

    private TextIndex(Builder builder) {
        this.fold = builder.fold;
        builder.edges.forEach((edge, needles) -> edges.add(new EdgeIndex(edge, needles)));
        this.anywhere = builder.anywhere.isEmpty() ? null : new GramIndex(builder.anywhere);
        this.brief = builder.brief.isEmpty() ? null : new ShortIndex(builder.brief);
    }

    /** Gathers needles. */
    public static final class Builder {

        private final Fold fold;
        private final Map<EdgeIndex.Edge, Needles> edges = new EnumMap<>(EdgeIndex.Edge.class);
        private final Needles anywhere = new Needles();
        private final Needles brief = new Needles();

        public Builder(Fold fold) {
            this.fold = fold;
        }

        /** @param number what {@link Hits} will be told; the needle has this builder's fold */
        public void add(Needle needle, int number) {
            switch (needle.place()) {
                case WHOLE -> edge(EdgeIndex.Edge.WHOLE, needle, number);
                case START -> edge(EdgeIndex.Edge.START, needle, number);
                case END -> edge(EdgeIndex.Edge.END, needle, number);
                case ANYWHERE ->
                    (needle.text().length() < GramIndex.WIDTH ? brief : anywhere).add(needle.text(), number);
            }
        }

        private void edge(EdgeIndex.Edge edge, Needle needle, int number) {
            edges.computeIfAbsent(edge, absent -> new Needles()).add(needle.text(), number);
        }

        public TextIndex build() {
            return new TextIndex(this);
        }
    }

    /** Reports every needle that the text has where it must be. */
    public void find(String text, Hits hits) {
        char[] chars = text.toCharArray();
        fold.apply(chars);
        for (int i = 0; i < edges.size(); i++) {
            edges.get(i).find(chars, chars.length, hits);
        }
        if (anywhere != null) {
            anywhere.find(chars, chars.length, hits);
        }
        if (brief != null) {
            brief.find(chars, chars.length, hits);
        }
    }
}
