package io.acso.edge.demo.account;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.acso.domain.kernel.Digest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A stand-in AWS account on a free loopback port. It speaks the EC2, IAM and STS query protocols to any AWS SDK and
 * checks no signature. Every call is one step on one state; calls that change it are counted.
 */
public final class StandInAccount implements AutoCloseable {

    private static final Map<String, String> NAMESPACES = Map.of(
            "ec2", "http://ec2.amazonaws.com/doc/2016-11-15/",
            "iam", "https://iam.amazonaws.com/doc/2010-05-08/",
            "sts", "https://sts.amazonaws.com/doc/2011-06-15/");

    private static final Pattern READS = Pattern.compile("(Get|List|Describe)[A-Z].*");

    /** Far more than any call made here needs. */
    private static final int MAX_REQUEST_BYTES = 256 * 1024;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Object lock = new Object();
    private final Holdings holdings;
    private final Observed observed;
    private final Map<String, Service.Operation> operations = new HashMap<>();
    private long mutations;
    private long requests;

    private StandInAccount(AccountState seed) throws IOException {
        holdings = new Holdings(seed);
        observed = new Observed(holdings);
        register("sts", new StsCalls(holdings));
        register("iam", new IamUserCalls(holdings));
        register("iam", new IamPolicyCalls(holdings));
        register("ec2", new Ec2InstanceCalls(holdings));
        register("ec2", new Ec2GroupCalls(holdings));
        register("ec2", new Ec2SnapshotCalls(holdings));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
    }

    /** Starts it with what the seed holds. */
    public static StandInAccount start(AccountState seed) {
        try {
            StandInAccount account = new StandInAccount(seed);
            account.server.start();
            return account;
        } catch (IOException e) {
            throw new UncheckedIOException("no free port on loopback for the stand-in account", e);
        }
    }

    /** Where to point {@code acso.aws.endpoint}. */
    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** What exists now. */
    public AccountState state() {
        synchronized (lock) {
            return holdings.snapshot();
        }
    }

    /** How many calls have asked for a change so far, refused ones included. */
    public long mutations() {
        synchronized (lock) {
            return mutations;
        }
    }

    /**
     * Lets exist what a CloudTrail record shows: its caller's user, key or role, and the users, keys, roles and
     * instances that it made. Records of other accounts change nothing, nor does seeing one twice.
     */
    public void observe(ObjectNode cloudTrailRecord) {
        synchronized (lock) {
            observed.observe(cloudTrailRecord);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }

    private void register(String service, Service calls) {
        calls.operations().forEach((name, operation) -> operations.put(service + ":" + name, operation));
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readNBytes(MAX_REQUEST_BYTES);
            Answer answer = answer(
                    exchange.getRequestHeaders().getFirst("Authorization"), new String(body, StandardCharsets.UTF_8));
            byte[] bytes = answer.document().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/xml;charset=UTF-8");
            exchange.sendResponseHeaders(answer.status(), bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private record Answer(int status, String document) {}

    private Answer answer(@Nullable String authorization, String form) {
        String service = "";
        synchronized (lock) {
            requests++;
            String requestId = requestId();
            try {
                QueryCall call = QueryCall.parse(authorization, form);
                service = call.service();
                return new Answer(200, success(call, carryOut(call), requestId));
            } catch (Refusal refusal) {
                return new Answer(refusal.status(), failure(service, refusal, requestId));
            }
        }
    }

    private List<Xml> carryOut(QueryCall call) {
        if (!READS.matcher(call.action()).matches()) {
            mutations++;
        }
        Service.Operation operation = operations.get(call.service() + ":" + call.action());
        if (operation == null) {
            throw new Refusal(
                    400, "InvalidAction", "The action " + call.action() + " is not valid for this web service.");
        }
        return operation.answer(call);
    }

    private static String success(QueryCall call, List<Xml> content, String requestId) {
        Xml response = Xml.of(call.action() + "Response");
        Xml whole = call.service().equals("ec2")
                ? response.with(Xml.text("requestId", requestId)).with(content.toArray(Xml[]::new))
                : response.with(
                        Xml.of(call.action() + "Result", content),
                        Xml.of("ResponseMetadata", Xml.text("RequestId", requestId)));
        return whole.document(NAMESPACES.getOrDefault(call.service(), ""));
    }

    private static String failure(String service, Refusal refusal, String requestId) {
        Xml code = Xml.text("Code", refusal.code());
        Xml message = Xml.text("Message", String.valueOf(refusal.getMessage()));
        if (service.equals("ec2")) {
            return Xml.of(
                            "Response",
                            Xml.of("Errors", Xml.of("Error", code, message)),
                            Xml.text("RequestID", requestId))
                    .document("");
        }
        return Xml.of(
                        "ErrorResponse",
                        Xml.of("Error", Xml.text("Type", "Sender"), code, message),
                        Xml.text("RequestId", requestId))
                .document(NAMESPACES.getOrDefault(service, ""));
    }

    private String requestId() {
        String hex =
                Digest.ofParts(holdings.accountId(), Long.toString(requests)).hex();
        return String.join(
                "-",
                hex.substring(0, 8),
                hex.substring(8, 12),
                hex.substring(12, 16),
                hex.substring(16, 20),
                hex.substring(20, 32));
    }
}
