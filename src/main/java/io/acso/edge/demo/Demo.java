package io.acso.edge.demo;

import io.acso.edge.client.Api;
import io.acso.edge.demo.Story.Tone;
import io.acso.edge.demo.account.AccountState;
import io.acso.edge.demo.account.StandInAccount;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** Plays a recording to a platform of its own and tells what that does about it, to the end. */
public final class Demo {

    private static final String SOME_ACCOUNT = "111122223333";
    private static final int PARTS = 24;
    private static final Duration BEAT = Duration.ofMillis(250);
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final DemoSettings settings;
    private final Story story;
    private final Predicate<String> agrees;
    private final InstantSource clock;

    /** A platform that runs until it is closed. */
    public interface Running extends AutoCloseable {
        URI url();

        String token();

        @Override
        void close();
    }

    /** Starts a platform on a free port, with these settings by property name. */
    @FunctionalInterface
    public interface Starter {
        Running start(Path dataDirectory, Map<String, String> settings);
    }

    /** @param agrees asks the person who watches; not called when a policy approves */
    public Demo(DemoSettings settings, Predicate<String> agrees, InstantSource clock) {
        this.settings = settings;
        this.story = new Story(settings.out(), settings.colour(), clock);
        this.agrees = agrees;
        this.clock = clock;
    }

    /** @throws IOException when the recording cannot be read or the report not be kept */
    public DemoResult run(Starter starter) throws IOException {
        Path given = settings.events();
        Recording found = given == null ? Recording.attack() : Recording.of(given);
        Recording recording = found.later(found.age(clock.instant()));
        String accountId = recording.account().orElse(SOME_ACCOUNT);
        try (Scratch scratch = Scratch.create();
                Inbox inbox = Inbox.open();
                StandInAccount account = StandInAccount.start(AccountState.empty(accountId))) {
            introduce(recording, accountId, account);
            Map<String, String> properties =
                    DemoProperties.of(account.endpoint(), accountId, recording, scratch, inbox, settings.noInput());
            try (Running platform = starter.start(scratch.data(), properties)) {
                story.tell(Tone.GOOD, "platform", "up at " + platform.url() + ", five agents at their queues");
                return play(recording, new Api(platform.url(), platform.token()), account, inbox, scratch);
            }
        }
    }

    private void introduce(Recording recording, String accountId, StandInAccount account) {
        story.title(
                "ACSO plays " + recording.name() + ": " + recording.records().size() + " CloudTrail records");
        story.more(Tone.QUIET, "The times of the records are moved so that the last one is now.");
        story.more(Tone.QUIET, "AWS account " + accountId + " is a stand-in on this machine, at " + account.endpoint());
        story.more(Tone.QUIET, "over AWS's own wire protocol; no other address is ever called.");
        story.more(
                Tone.QUIET,
                settings.noInput()
                        ? "Nobody is asked: a policy made for this demo approves in a person's place."
                        : "You will be asked before anything is changed.");
        story.title("What happens");
    }

    private DemoResult play(Recording recording, Api api, StandInAccount account, Inbox inbox, Scratch scratch)
            throws IOException {
        Feed feed = new Feed(recording, api, account, PARTS);
        Narrator narrator = new Narrator(api, story);
        Approver approver = new Approver(api, story, agrees);
        Instant until = clock.instant().plus(PATIENCE);
        List<JsonNode> incidents = List.of();
        boolean told = false;
        boolean over = false;
        while (!over && clock.instant().isBefore(until)) {
            if (!feed.ended()) {
                feed.next();
            } else if (!told) {
                told = true;
                story.tell(
                        Tone.PLAIN,
                        "ingest",
                        feed.accepted() + " records are in the journal, " + feed.quarantined() + " in quarantine");
            }
            boolean quiet = feed.ended() && Quiet.now(api);
            narrator.findings();
            approver.look(narrator.newestLast("/approvals"), settings.noInput());
            incidents = narrator.incidents();
            narrator.notifications(inbox.received());
            over = quiet && incidents.stream().allMatch(Demo::settled);
            pause();
        }
        Ending ending = new Ending(story, settings.directory(), scratch);
        return end(feed, narrator, incidents, api, account, ending);
    }

    /** Nothing more happens to it by itself. */
    private static boolean settled(JsonNode incident) {
        String status = incident.at("/incident/status").asString("");
        boolean forPerson = incident.at("/execution/status").asString("").equals("WAITING");
        return forPerson || !status.equals("NEW") && !status.equals("IN_PROGRESS");
    }

    private DemoResult end(
            Feed feed, Narrator narrator, List<JsonNode> incidents, Api api, StandInAccount account, Ending ending)
            throws IOException {
        List<JsonNode> actions = new ArrayList<>();
        incidents.forEach(incident -> incident.path("actions").forEach(actions::add));
        story.title("What came of it");
        ending.tell(narrator.counted(), incidents, actions, account);
        DemoResult.Ledger ledger = ending.keep(api, incidents);
        Path report = ending.report();
        return new DemoResult(
                feed.accepted(),
                narrator.newestLast("/findings"),
                incidents.stream().map(incident -> incident.path("incident")).toList(),
                narrator.newestLast("/approvals"),
                actions,
                report == null ? null : report.toString(),
                ledger,
                story.elapsed().toMillis() / 1000.0);
    }

    private static void pause() {
        try {
            new CountDownLatch(1).await(BEAT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
