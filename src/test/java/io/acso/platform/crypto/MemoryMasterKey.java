package io.acso.platform.crypto;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A master key that hides nothing, but knows what it wrapped. */
public final class MemoryMasterKey implements MasterKey {

    private final List<Byte> generations = new ArrayList<>(List.of((byte) 1));

    @Override
    public String id() {
        return "memory:" + generations.getLast();
    }

    @Override
    public byte[] wrap(byte[] key) {
        byte[] wrapped = new byte[key.length + 1];
        System.arraycopy(key, 0, wrapped, 1, key.length);
        wrapped[0] = generations.getLast();
        return wrapped;
    }

    @Override
    public byte[] unwrap(byte[] wrapped) {
        if (!generations.contains(wrapped[0])) {
            throw new CryptoFailure("not wrapped by this master key", null);
        }
        return Arrays.copyOfRange(wrapped, 1, wrapped.length);
    }

    @Override
    public void renew() {
        generations.add((byte) (generations.getLast() + 1));
    }

    @Override
    public void forgetOlder() {
        generations.subList(0, generations.size() - 1).clear();
    }
}
