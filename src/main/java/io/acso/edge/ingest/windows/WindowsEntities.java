package io.acso.edge.ingest.windows;

import io.acso.domain.event.Entity;
import io.acso.domain.event.Entity.Type;
import io.acso.edge.ingest.Fields;
import java.net.InetAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who a Windows event is about: host, user, remote address, hash of the image, name asked for. Built-in
 * accounts are no entities: every host has them.
 */
final class WindowsEntities {

    private static final Set<String> BUILT_IN =
            Set.of("SYSTEM", "LOCAL SERVICE", "NETWORK SERVICE", "ANONYMOUS LOGON", "DWM-1", "UMFD-0", "UMFD-1");

    private final WindowsRecord record;
    private final String scope;
    private final Map<String, Entity> found = new LinkedHashMap<>();

    private WindowsEntities(WindowsRecord record, String scope) {
        this.record = record;
        this.scope = scope;
    }

    static List<Entity> of(WindowsRecord record, String scope) {
        WindowsEntities entities = new WindowsEntities(record, scope);
        entities.add(Entity.target(Type.HOST, scope, record.computer()));
        entities.users();
        entities.network();
        WindowsHashes.sha256(record.value("Hashes"))
                .ifPresent(hash -> entities.add(Entity.actor(Type.FILE_HASH, "internet", hash)));
        return List.copyOf(entities.found.values());
    }

    private void users() {
        WindowsUser.of(record.value("User")).ifPresent(user -> user(user, Entity.Role.ACTOR));
        WindowsUser.of(record.value("SubjectDomainName"), record.value("SubjectUserName"))
                .ifPresent(user -> user(user, Entity.Role.ACTOR));
        WindowsUser.of(record.value("TargetDomainName"), record.value("TargetUserName"))
                .ifPresent(user -> user(user, Entity.Role.TARGET));
    }

    private void user(WindowsUser user, Entity.Role role) {
        boolean machine = user.name().endsWith("$");
        if (!machine && !BUILT_IN.contains(user.name().toUpperCase(Locale.ROOT))) {
            add(new Entity(Type.PRINCIPAL, scopeOf(user.domain()), user.name(), role));
        }
    }

    /** Accounts of a domain are the same on every host of it. */
    private String scopeOf(@Nullable String domain) {
        return domain == null || isThisHost(domain) ? scope : "windows:" + domain.toLowerCase(Locale.ROOT);
    }

    private boolean isThisHost(String domain) {
        String host = record.computer();
        return host.equalsIgnoreCase(domain) || host.regionMatches(true, 0, domain + ".", 0, domain.length() + 1);
    }

    private void network() {
        address(record.value("DestinationIp"), Entity.Role.TARGET);
        address(record.value("IpAddress"), Entity.Role.ACTOR);
        String name = record.value("QueryName");
        if (name != null) {
            add(Entity.target(Type.DOMAIN, "internet", name.toLowerCase(Locale.ROOT)));
        }
    }

    private void address(@Nullable String text, Entity.Role role) {
        InetAddress address = Fields.address(text);
        if (address != null && !address.isLoopbackAddress() && !address.isAnyLocalAddress()) {
            add(new Entity(Type.ADDRESS, Fields.scopeOf(address, scope), address.getHostAddress(), role));
        }
    }

    private void add(Entity entity) {
        found.putIfAbsent(entity.key(), entity);
    }
}
