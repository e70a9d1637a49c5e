package io.acso.core.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import io.acso.domain.kernel.Json;
import io.acso.testsupport.RealData;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Whatever single change makes a document invalid by the official schemas makes it invalid here. */
class SchemaAgreementTest {

    private static final String UUID = "0ea5d6b8-7a3e-4c22-9f4e-2d9c1c3b7a1";
    private static final List<String> WRONG = List.of("5", "null", "\"x\"", "[]", "{}", "true", "[5]", "-1", "\"\"");

    @Test
    void what_the_schemas_refuse_is_refused_here() {
        Schema schema = OfficialPlaybooksTest.schema(RealData.path("cacao/schemas"));
        String whole = rich();
        assertThat(PlaybookCheck.check(whole).problems()).isEmpty();
        assertThat(schema.validate(whole, InputFormat.JSON)).isEmpty();
        List<String> passed = new ArrayList<>();
        int refused = 0;
        for (String pointer : pointers(Json.tree(whole), "")) {
            for (String changed : changes(whole, pointer)) {
                if (!schema.validate(changed, InputFormat.JSON).isEmpty()) {
                    refused++;
                    if (PlaybookCheck.check(changed).valid()) {
                        passed.add(pointer + " -> " + Json.tree(changed).at(pointer));
                    }
                }
            }
        }
        assertThat(passed).isEmpty();
        assertThat(refused).isGreaterThan(500);
    }

    private static List<String> changes(String whole, String pointer) {
        int split = pointer.lastIndexOf('/');
        String last = pointer.substring(split + 1);
        List<String> changes = new ArrayList<>();
        for (String wrong : WRONG) {
            JsonNode document = Json.tree(whole);
            put(document.at(pointer.substring(0, split)), last, Json.tree(wrong));
            changes.add(Json.text(document));
        }
        JsonNode document = Json.tree(whole);
        if (document.at(pointer.substring(0, split)) instanceof ObjectNode parent) {
            parent.remove(name(last));
            changes.add(Json.text(document));
        }
        return changes;
    }

    private static void put(JsonNode parent, String last, JsonNode value) {
        switch (parent) {
            case ObjectNode object -> object.set(name(last), value);
            case ArrayNode array -> array.set(Integer.parseInt(last), value);
            default -> throw new IllegalStateException(last);
        }
    }

    private static String name(String written) {
        return written.replace("~1", "/").replace("~0", "~");
    }

    private static List<String> pointers(JsonNode node, String pointer) {
        List<String> found = new ArrayList<>();
        if (node.isObject()) {
            node.properties().forEach(field -> {
                String at = pointer + "/" + field.getKey().replace("~", "~0").replace("/", "~1");
                found.add(at);
                found.addAll(pointers(field.getValue(), at));
            });
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                found.add(pointer + "/" + i);
                found.addAll(pointers(node.path(i), pointer + "/" + i));
            }
        }
        return found;
    }

    private static String rich() {
        PlaybookBuilder builder = new PlaybookBuilder()
                .variable("x", "{'type':'string','value':'x','description':'d','constant':false,'external':true}")
                .set("playbook_types", "['mitigation']")
                .set("playbook_activities", "['restrict-access']")
                .set("playbook_processing_summary", "{'manual_playbook':true}")
                .set("revoked", "false")
                .set("valid_from", "'2026-01-01T00:00:00.000Z'")
                .set("valid_until", "'2027-01-01T00:00:00.000Z'")
                .set("derived_from", "['playbook--U0']")
                .set("related_to", "['playbook--U1']")
                .set("priority", "1")
                .set("severity", "2")
                .set("impact", "3")
                .set("industry_sectors", "['energy']")
                .set("labels", "['a']")
                .set("external_references", REFERENCES)
                .set("markings", "['marking-tlp--U2']")
                .set("workflow_exception", "'end.e'")
                .set("authentication_info_definitions", AUTHENTICATION)
                .set("target_definitions", TARGETS)
                .set(
                        "extension_definitions",
                        "{'extension-definition--U3':{'type':'extension-definition','name':'n',"
                                + "'created_by':'identity--U4','schema':'s','version':'1','description':'d',"
                                + "'external_references':" + REFERENCES + "}}")
                .set("data_marking_definitions", MARKINGS)
                .set("signatures", SIGNATURES)
                .start("parallel.p")
                .parallel(
                        "parallel.p",
                        List.of("if-condition.i", "while-condition.w", "switch-condition.s"),
                        "'on_success':'playbook-action.q','on_failure':'end.e'")
                .choice(
                        "if-condition.i",
                        "__x__:value = 'x'",
                        "'on_true':'action.a','on_false':'end.e','on_completion':'end.e'")
                .choice("while-condition.w", "__x__:value = 'y'", "'on_true':'action.b','on_completion':'end.e'")
                .step("switch-condition.s", "{'switch':'__x__:value','cases':{'x':'action.c'},'on_completion':'end.e'}")
                .action(
                        "action.a",
                        COMMANDS,
                        "'targets':['ssh--U6'],'name':'n','description':'d','delay':5,'timeout':9000,"
                                + "'owner':'identity--U4','external_references':" + REFERENCES
                                + ",'in_args':['__x__'],'out_args':['__x__'],'step_variables':{'__y__':{'type':'integer','value':'1'}},"
                                + "'step_extensions':{'extension-definition--U3':{}},'on_completion':'end.e'")
                .action("action.b", WEB, "'targets':['http-api--U5'],'on_completion':'end.e'")
                .manual("action.c", "'on_completion':'end.e'")
                .step(
                        "playbook-action.q",
                        "{'playbook_id':'playbook--U1','playbook_version':'2026-01-01T00:00:00.000Z',"
                                + "'in_args':['__x__'],'out_args':['__x__'],'on_completion':'end.e'}")
                .end("end.e");
        return builder.text().replace("--U", "--" + UUID);
    }

    private static final String REFERENCES =
            "[{'name':'n','description':'d','source':'s','url':'u','external_id':'e','reference_id':'r'}]";

    private static final String COMMANDS = "{'type':'ssh','command':'x','description':'d','version':'1',"
            + "'playbook_activity':'scan-system','external_references':" + REFERENCES + "},"
            + "{'type':'bash','command_b64':'eA=='},{'type':'sigma','command_b64':'eA=='}";

    private static final String WEB = "{'type':'http-api','command':'GET /','headers':{'Accept':['a']},'content':'x'},"
            + "{'type':'openc2-http','command':'POST /','content_b64':'eA==','headers':{'Accept':['a']}}";

    private static final String AUTHENTICATION = "{'user-auth--U7':{'type':'user-auth','name':'n','description':'d',"
            + "'username':'u','kms':true,'kms_key_identifier':'k'},"
            + "'http-basic--U8':{'type':'http-basic','user_id':'u','password':'p','kms':true,'kms_key_identifier':'k'},"
            + "'oauth2--U9':{'type':'oauth2','oauth_header':'h','token':'t','kms':true,'kms_key_identifier':'k'}}";

    private static final String TARGETS =
            "{'ssh--U6':{'type':'ssh','name':'n','description':'d','address':{'ipv4':['192.0.2.1'],"
                    + "'l2mac':['00:11:22:33:44:55'],'vlan':[7],'dname':['h'],'ipv6':['2001:db8::1'],'url':['https://example.com']},"
                    + "'port':'22','authentication_info':'user-auth--U7','category':['server'],"
                    + "'location':{'name':'n','region':'europe','city':'c'}},"
                    + "'http-api--U5':{'type':'http-api','name':'n','address':{'url':['https://example.com']},"
                    + "'authentication_info':'oauth2--U9','category':['firewall']},"
                    + "'individual--U0':{'type':'individual','name':'n','contact':{'email':{'work':'a'},'phone':{'work':'1'},"
                    + "'contact_details':'c'}},"
                    + "'location--U1':{'type':'location','name':'n','logical':['l']},"
                    + "'sector--U2':{'type':'sector','name':'n','sector':'energy'},"
                    + "'security-category--U3':{'type':'security-category','name':'n','category':['siem']}}";

    private static final String MARKINGS = "{'marking-tlp--U2':{'type':'marking-tlp','id':'marking-tlp--U2',"
            + "'created_by':'identity--U4','created':'2026-01-01T00:00:00.000Z','tlpv2_level':'TLP:GREEN','labels':['l'],"
            + "'name':'n','description':'d','revoked':false,'valid_from':'2026-01-01T00:00:00.000Z'},"
            + "'marking-statement--U4':{'type':'marking-statement','id':'marking-statement--U4','created_by':'identity--U4',"
            + "'created':'2026-01-01T00:00:00.000Z','statement':'s'}}";

    private static final String SIGNATURES = "[{'type':'jss','id':'jss--U0','created_by':'identity--U4',"
            + "'created':'2026-01-01T00:00:00.000Z','modified':'2026-01-01T00:00:00.000Z','revoked':false,'signee':'s',"
            + "'valid_from':'2026-01-01T00:00:00.000Z','related_to':'playbook--U0',"
            + "'related_version':'2026-01-01T00:00:00.000Z','hash_algorithm':'sha-256','algorithm':'RS256',"
            + "'public_key':'k','value':'v'}]";
}
