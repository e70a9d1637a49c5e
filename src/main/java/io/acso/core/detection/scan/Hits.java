package io.acso.core.detection.scan;

/** Takes what a search finds. */
public interface Hits {

    /** The needle of this number is there; may be said more than once. */
    void hit(int needle);
}
