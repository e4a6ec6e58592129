package org.holdfast.bench;

import io.vertx.core.Future;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Set;
import org.holdfast.MediaSettings;
import org.holdfast.Node;
import org.holdfast.decision.Actor;
import org.holdfast.decision.CommandId;
import org.holdfast.identity.Kind;
import org.holdfast.identity.PersonalLinks;
import org.holdfast.live.EventLog;
import org.holdfast.live.LogId;
import org.holdfast.live.RandomIds;
import org.holdfast.person.PersonCommand;
import org.holdfast.sealing.MasterKey;
import org.holdfast.session.Life;
import org.holdfast.session.MemberId;
import org.holdfast.session.SessionEvent;
import org.holdfast.web.Origins;

/// The product's server in a process of its own, with groups that meet now: `redis rooms people folder`, and `forget`
/// to keep sessions in memory only. Prints its
/// port and
/// each group's links, and ends when its input does, so that it never outlives the bench.
public final class ServerMain {
    private static final Actor SYSTEM = new Actor.Node("bench");
    private static final RandomIds IDS = new RandomIds(new SecureRandom());

    /// One for both nodes, as a store would be.
    private static final EventLog<SessionEvent> FORGETFUL = new Forgetful<>();

    private ServerMain() {}

    public static void main(String[] arguments) throws Exception {
        var port = Program.freePort();
        var forgets = arguments.length > 4;
        var setup = new Node.Setup(
                "bench",
                "127.0.0.1",
                port,
                0,
                arguments[0],
                MasterKey.random(new SecureRandom()),
                Path.of(arguments[3], "heads.jsonl"),
                Origins.loopback(port, Set.of()),
                null,
                MediaSettings.PEER,
                Clock.systemUTC(),
                null,
                null);
        // By another node than the one that is measured: what is put in keeps nothing open there.
        var opening = Group.await(start(setup, forgets));
        var links = new StringBuilder();
        for (var group : Group.groups(Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]))) {
            links.append(' ').append(String.join(",", open(opening, group)));
        }
        Group.await(opening.close());
        var node = Group.await(start(setup, forgets));
        System.out.println("ready " + port + links);
        while (System.in.read() >= 0) {}
        Group.await(node.close());
        System.exit(0);
    }

    private static Future<Node> start(Node.Setup setup, boolean forgets) {
        return forgets ? Node.start(setup, _ -> FORGETFUL) : Node.start(setup);
    }

    private static ArrayList<String> open(Node node, Group group) throws Exception {
        var tokens = new ArrayList<String>();
        for (var member : group.everybody()) tokens.add(Group.await(known(node, group, member)));
        var plan = group.plan(Clock.systemUTC().instant());
        var log = LogId.session(group.session().value());
        Group.await(node.sessionLogs()
                .submit(log, new Life.OpenSession(plan), SYSTEM, new CommandId(IDS.next()))
                .compose(_ -> node.index().add(plan)));
        return tokens;
    }

    private static Future<String> known(Node node, Group group, MemberId member) {
        var kind = member.equals(group.facilitator()) ? Kind.STAFF : Kind.PARTICIPANT;
        var register = new PersonCommand.Register("Amina " + member.value().substring(2));
        return node.people()
                .submit(member.value(), register, SYSTEM, new CommandId(IDS.next()))
                .compose(_ -> node.links().issue(new PersonalLinks.Link(member.value(), kind, null)));
    }
}
