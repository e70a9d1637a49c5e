package io.acso.edge.demo;

import io.acso.domain.kernel.Json;
import io.acso.edge.client.Api;
import io.acso.edge.client.ApiFailure;
import io.acso.edge.demo.account.StandInAccount;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Sends a recording, a part at a time. What a part shows exists in the stand-in account from then on. */
final class Feed {

    private final Recording recording;
    private final Api api;
    private final StandInAccount account;
    private final int part;
    private int sent;
    private int accepted;
    private int quarantined;

    Feed(Recording recording, Api api, StandInAccount account, int parts) {
        this.recording = recording;
        this.api = api;
        this.account = account;
        this.part = Math.max(1, (recording.records().size() + parts - 1) / parts);
    }

    boolean ended() {
        return sent >= Math.max(1, recording.records().size());
    }

    /** Sends the next part; a platform that asks to wait gets it again at the next call. */
    void next() {
        byte[] body = recording.raw();
        int until = 1;
        if (!recording.records().isEmpty()) {
            until = Math.min(sent + part, recording.records().size());
            List<ObjectNode> records = recording.records().subList(sent, until);
            records.forEach(account::observe);
            body = records.stream()
                    .map(record -> Json.text(record) + "\n")
                    .collect(Collectors.joining())
                    .getBytes(StandardCharsets.UTF_8);
        }
        HttpResponse<byte[]> response = api.stream("/events", BodyPublishers.ofByteArray(body));
        if (response.statusCode() == 429) {
            return;
        }
        if (response.statusCode() != 200) {
            throw Api.problem(response);
        }
        JsonNode receipt = Api.json(response);
        accepted +=
                receipt.path("accepted").asInt() + receipt.path("duplicates").asInt();
        quarantined += receipt.path("quarantined").asInt();
        sent = until;
        if (accepted == 0 && quarantined > 0 && ended()) {
            throw new ApiFailure(
                    "nothing in " + recording.name() + " could be read: "
                            + receipt.at("/rejections/0/reason").asString(""),
                    null);
        }
    }

    int accepted() {
        return accepted;
    }

    int quarantined() {
        return quarantined;
    }
}
