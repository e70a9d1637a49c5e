package io.acso.core.intelligence.feed;

import io.acso.core.intelligence.bulk.Form;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The names that lists give to forms of values, in a column of types, as a column of its own, or in MISP. */
final class TypeNames {

    private static final Map<String, Form> COLUMNS = names(
            Form.ANY, "value ioc ioc_value indicator indicator_value observable",
            Form.ADDRESS, "ip ip_address ipv4 ipv6 address dst_ip dstip src_ip cidr network ip_cidr",
            Form.DOMAIN, "domain domain_name",
            Form.HOSTNAME, "hostname",
            Form.HASH, "hash file_hash",
            Form.MD5, "md5 md5_hash",
            Form.SHA1, "sha1 sha1_hash sha_1",
            Form.SHA256, "sha256 sha256_hash sha_256",
            Form.SHA512, "sha512 sha512_hash sha_512",
            Form.IMPHASH, "imphash",
            Form.URL, "url uri",
            Form.EMAIL, "email email_address email_addr");

    private static final Map<String, Form> TYPES = new HashMap<>(COLUMNS);

    static {
        TYPES.putAll(names(
                Form.ANY, "any unknown",
                Form.ADDRESS,
                        "ip_src ip_dst ipv4_addr ipv6_addr ipv4_address ipv6_address ip:port "
                                + "ipv4_network ipv6_network",
                Form.DOMAIN, "fqdn",
                Form.MD5, "md5_hash file_md5 filehash_md5",
                Form.SHA1, "filehash_sha1 file_sha1",
                Form.SHA256, "filehash_sha256 file_sha256",
                Form.SHA512, "filehash_sha512 file_sha512",
                Form.URL, "url_prefix",
                Form.EMAIL, "email_src email_dst email_reply_to"));
    }

    private TypeNames() {}

    /** What a column of this name holds; null when no values. */
    static @Nullable Form column(String name) {
        return COLUMNS.get(name);
    }

    /** The form of a type; null when it is none that is looked up. */
    static @Nullable Form type(String type) {
        return TYPES.get(type.strip().toLowerCase(Locale.ROOT).replace('-', '_').replace(' ', '_'));
    }

    private static Map<String, Form> names(Object... formsAndNames) {
        Map<String, Form> names = new HashMap<>();
        for (int i = 0; i < formsAndNames.length; i += 2) {
            for (String name : ((String) formsAndNames[i + 1]).split(" ")) {
                names.put(name, (Form) formsAndNames[i]);
            }
        }
        return names;
    }
}
