package io.acso.platform.objects.encrypted;

import io.acso.domain.kernel.Digest;
import io.acso.platform.crypto.Rewritable;
import io.acso.platform.objects.ObjectStore;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The objects of a store, for re-encryption. */
public final class StoredObjects implements Rewritable {

    /** One is held in memory whole, so a slice is short whatever is asked for. */
    private static final int MOST = 16;

    private final ObjectStore objects;

    public StoredObjects(ObjectStore objects) {
        this.objects = objects;
    }

    @Override
    public String store() {
        return EncryptedObjects.STORE;
    }

    @Override
    public @Nullable String rewrite(@Nullable String after, int most, Rewriter rewriter) {
        int limit = Math.min(most, MOST);
        List<Digest> digests = objects.list(after == null ? null : new Digest(after), limit);
        for (Digest digest : digests) {
            objects.reseal(digest, stored -> rewriter.rewrite(stored, EncryptedObjects.place(digest)));
        }
        return digests.size() < limit ? null : digests.getLast().hex();
    }
}
