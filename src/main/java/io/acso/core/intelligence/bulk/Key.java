package io.acso.core.intelligence.bulk;

import io.acso.core.intelligence.IndicatorType;

/**
 * A value in the one form that is stored and compared.
 *
 * @param bytes of an address its 4 or 16; of a network these and the length of the prefix; of a name its ASCII form;
 *     of a hash its bytes; of a URL its normal form, and of a URL's beginning that from last to first
 */
@SuppressWarnings("ArrayRecordComponent") // never compared as a record
public record Key(IndicatorType type, byte[] bytes) {

    /** The longest value that is stored or looked up. */
    public static final int MAX_LENGTH = 4_096;
}
