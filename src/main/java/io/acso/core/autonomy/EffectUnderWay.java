package io.acso.core.autonomy;

/** Another process is at this very effect and takes long; asking again later finds what it has come to. */
public final class EffectUnderWay extends RuntimeException {

    private static final long serialVersionUID = 1L;

    EffectUnderWay(String key, String owner) {
        super("effect " + key + " is under way in process " + owner + ": ask again later");
    }
}
