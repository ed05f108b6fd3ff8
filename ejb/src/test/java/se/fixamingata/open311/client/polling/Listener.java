package se.fixamingata.open311.client.polling;

import java.time.Duration;
import se.fixamingata.RecordedEvents;
import se.fixamingata.extraquestion.ExtraQuestionWriting;
import se.fixamingata.incoming.IncomingScene;
import se.fixamingata.integration.ServerAnswersAgain;
import se.fixamingata.open311.client.ListeningScene;
import se.fixamingata.open311.client.services.RemoteServices;
import se.fixamingata.open311.client.services.ServiceImport;
import se.fixamingata.open311.client.updates.SentUpdates;

/** One server of ours that asks. */
final class Listener {

    static final Duration EVERY = Duration.ofMinutes(5);

    final EndpointVisits visits;
    final EndpointTurns turns;
    final RecordedEvents<ServerAnswersAgain> answers = new RecordedEvents<>();
    private final String name;
    private int rounds;

    Listener(ListeningScene scene, String name) {
        this.name = name;
        turns = new EndpointTurns(scene.transactions, scene.integrations, answers, EVERY, scene.clock);
        turns.em = scene.em;
        Listening listening = new Listening(
                IncomingScene.updates(scene.em, scene.handling.handling, scene.clock),
                scene.faults,
                scene.transactions,
                scene.clock);
        listening.em = scene.em;
        AskedRequests asked = new AskedRequests(EVERY);
        asked.em = scene.em;
        visits = new EndpointVisits(
                turns,
                new ServiceImport(
                        scene.calls,
                        new RemoteServices(scene.em),
                        scene.endpoints,
                        new ExtraQuestionWriting(scene.em, new RecordedEvents<>()),
                        scene.faults,
                        scene.transactions,
                        scene.clock),
                new UpdatesPoll(
                        scene.calls,
                        turns,
                        listening,
                        new SentUpdates(scene.em, scene.clock),
                        scene.transactions,
                        Duration.ofHours(2),
                        scene.clock),
                new RequestsPoll(
                        scene.calls,
                        turns,
                        asked,
                        listening,
                        new SentUpdates(scene.em, scene.clock),
                        scene.transactions,
                        scene.clock),
                scene.clock);
    }

    /** @return whether there was a server to ask */
    boolean comeBy() {
        return visits.due().stream().anyMatch(authority -> visits.visit(authority, name + "/" + ++rounds));
    }
}
