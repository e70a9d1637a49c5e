package io.acso.platform.lake.embedded;

import io.acso.domain.kernel.Json;
import io.acso.platform.lake.QueryRefused;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Whether a text is one SELECT that reads nothing but events: by the tree that DuckDB's own parser makes of it, so that
 * no way of writing it hides a file, a setting or a system table.
 */
final class SelectCheck {

    static final String TABLE = "events";

    /** Functions that make rows and read nothing. */
    private static final Set<String> ROW_MAKERS =
            Set.of("range", "generate_series", "unnest", "repeat", "json_each", "json_tree", "regexp_split_to_table");

    /** Functions of values that tell of the database, or only pass time. */
    private static final Set<String> UNWANTED = Set.of(
            "current_setting",
            "getenv",
            "getvariable",
            "sleep_ms",
            "pg_sleep",
            "nextval",
            "currval",
            "setval",
            "setseed",
            "write_log",
            "json_execute_serialized_sql");

    private static final int MOST_CHARS = 100_000;

    private final Set<String> names = new HashSet<>(Set.of(TABLE));

    private SelectCheck() {}

    /** @throws QueryRefused when it is anything else; says what */
    static void require(Connection connection, String sql) throws SQLException {
        if (sql.length() > MOST_CHARS) {
            throw new QueryRefused("the query is longer than " + MOST_CHARS + " characters: shorten it");
        }
        JsonNode parsed = parse(connection, sql);
        if (parsed.path("error_type").asString("").equals("not implemented")) {
            throw new QueryRefused("only a SELECT may run here, nothing that changes data or settings");
        }
        if (parsed.path("error").asBoolean(true)) {
            throw new QueryRefused(parsed.path("error_message").asString("the query cannot be parsed"));
        }
        if (parsed.path("statements").size() != 1) {
            throw new QueryRefused("one SELECT at a time: send each statement on its own");
        }
        SelectCheck check = new SelectCheck();
        check.nameOwn(parsed);
        check.walk(parsed);
    }

    static boolean allowsFunction(String name) {
        return !UNWANTED.contains(name);
    }

    private static JsonNode parse(Connection connection, String sql) throws SQLException {
        try (PreparedStatement parse = connection.prepareStatement("SELECT json_serialize_sql(?::VARCHAR)")) {
            parse.setString(1, sql);
            try (ResultSet row = parse.executeQuery()) {
                row.next();
                return Json.tree(row.getString(1));
            }
        }
    }

    /** Tables that the query itself makes by WITH. */
    private void nameOwn(JsonNode node) {
        node.path("cte_map").path("map").forEach(own -> names.add(lower(own.path("key"))));
        node.forEach(this::nameOwn);
    }

    private void walk(JsonNode node) {
        switch (node.path("type").asString("")) {
            case "BASE_TABLE" -> table(node);
            case "TABLE_FUNCTION" -> rowMaker(lower(node.path("function").path("function_name")));
            case "FUNCTION" -> function(lower(node.path("function_name")));
            default -> {}
        }
        node.forEach(this::walk);
    }

    private void table(JsonNode node) {
        String name = lower(node.path("table_name"));
        boolean elsewhere = !lower(node.path("schema_name")).isEmpty()
                || !lower(node.path("catalog_name")).isEmpty();
        if (elsewhere || !names.contains(name)) {
            throw new QueryRefused("there is no table '" + name + "' here, only " + TABLE);
        }
    }

    private static void rowMaker(String name) {
        if (!ROW_MAKERS.contains(name)) {
            throw new QueryRefused("'" + name + "' cannot be selected from here: select from " + TABLE
                    + ", or from one of " + ROW_MAKERS.stream().sorted().toList());
        }
    }

    private static void function(String name) {
        if (!allowsFunction(name)) {
            throw new QueryRefused("the function '" + name + "' may not be used here");
        }
    }

    private static String lower(JsonNode text) {
        return text.asString("").toLowerCase(Locale.ROOT);
    }
}
