package org.holdfast.doctor;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.holdfast.doctor.Findings.Candidate;
import org.holdfast.doctor.Findings.Channel;
import org.holdfast.doctor.Findings.Room;
import org.holdfast.media.bridges.Look.Refused;
import org.holdfast.media.bridges.Look.Silent;
import org.holdfast.media.bridges.Look.Unwell;
import org.holdfast.media.bridges.Look.Well;
import org.jspecify.annotations.Nullable;

/// What is right and what is wrong with a bridge, and for what is wrong, what to set.
public final class Advice {
    private static final int USUAL_PORT = 10_000;

    private final Set<URI> pages;
    private final Set<String> channels;

    /// @param pages the origins that people open; none where only this computer's own browsers come
    /// @param channels the origins that pages may open channels to besides
    public Advice(Set<URI> pages, Set<String> channels) {
        this.pages = Set.copyOf(pages);
        this.channels = Set.copyOf(channels);
    }

    public List<Sentence> on(Findings findings) {
        var said = new ArrayList<Sentence>();
        switch (findings.look()) {
            case Refused _ ->
                said.add(Sentence.fault("Nobody listens there. Start the bridge, switch its REST interface on"
                        + " (videobridge.apis.rest.enabled = true), and let it listen where this server reaches it"
                        + " (videobridge.http-servers.private.host)."));
            case Silent _ ->
                said.add(Sentence.fault("It does not answer. Open its private port (TCP " + port(findings.rest())
                        + ") in the firewall for this server, and for nobody else."));
            case Unwell _ ->
                said.add(Sentence.fault("It answers, but says that it is not well, or is no videobridge. Its own log"
                        + " says why; most often it has found no address for media that is not this computer's own."));
            case Well well -> well(findings, well, said);
        }
        return said;
    }

    private void well(Findings findings, Well well, List<Sentence> said) {
        var version = findings.version();
        said.add(Sentence.good("It answers and is well" + (version == null ? "." : ", version " + version + ".")));
        if (well.leaving()) {
            said.add(Sentence.note("It is draining or shutting down, so it gets no new sessions."));
        }
        var room = findings.room();
        if (room == null) {
            said.add(Sentence.fault("It would not open a room for a trial. Its own log says why."));
            return;
        }
        media(room, said);
        channel(room.channel(), said);
    }

    private void media(Room room, List<Sentence> said) {
        if (room.candidates().isEmpty()) {
            said.add(Sentence.fault("It names no address for sound and pictures. Give it one that people reach"
                    + " (ice4j.harvest.mapping.static-mappings)."));
            return;
        }
        var open = room.candidates().stream().filter(this::isReached).toList();
        if (open.isEmpty()) {
            said.add(Sentence.fault(unreached(room.candidates())));
        } else {
            said.add(Sentence.good("Browsers are told to send sound and pictures to " + list(open) + ", over UDP."));
            answers(open, said);
        }
        if (!fromOutside() && open.stream().noneMatch(candidate -> reach(candidate) == Reach.ANYWHERE)) {
            said.add(Sentence.note("That serves people in this network. For people at home, name the address that"
                    + " the internet sees (ice4j.harvest.mapping.static-mappings)."));
        }
    }

    private static void answers(List<Candidate> open, List<Sentence> said) {
        if (open.stream().anyMatch(Candidate::answers)) {
            said.add(Sentence.good("It answered there over UDP, from this server."));
        } else {
            said.add(Sentence.note("Nothing came back from there over UDP, from this server. Where a router does not"
                    + " lead back in, that is so even if people at home get through; else open UDP "
                    + open.getFirst().port() + " to the bridge, not TCP."));
        }
        for (var candidate : open) {
            if (candidate.port() != USUAL_PORT) {
                said.add(Sentence.note("The port is " + candidate.port() + ", not " + USUAL_PORT
                        + ": that is the one to open for UDP."));
                return;
            }
        }
    }

    private String unreached(List<Candidate> candidates) {
        var where = list(candidates);
        var cure =
                " Name the address that the internet sees (ice4j.harvest.mapping.static-mappings in jvb.conf), and let"
                        + " the router send UDP " + candidates.getFirst().port() + " there on to the bridge.";
        var kinds = candidates.stream().map(Advice::reach).collect(Collectors.toSet());
        if (kinds.contains(Reach.EXAMPLE)) {
            return "Browsers are told to send sound and pictures to " + where + ". Such addresses stand in manuals as"
                    + " examples and belong to nobody: it was copied from one." + cure;
        }
        if (kinds.contains(Reach.PRIVATE)) {
            return "Browsers are told to send sound and pictures to " + where + ", an address inside a private network"
                    + " that people at home cannot reach. They would see each other's names and hear nobody." + cure;
        }
        if (kinds.contains(Reach.CARRIER)) {
            return "Browsers are told to send sound and pictures to " + where + ". Such addresses are shared by a"
                    + " provider among its customers and cannot be reached from outside: rent a public address, or a"
                    + " server that has one." + cure;
        }
        return "Browsers are told to send sound and pictures to " + where + ", which no other computer can reach."
                + cure;
    }

    private void channel(@Nullable Channel channel, List<Sentence> said) {
        if (channel == null) {
            said.add(Sentence.fault(
                    "It offers pages no channel, so they could not say whose picture they need, and would get none."
                            + " Set videobridge.websockets.enabled = true, domains and server-id, and a public port"
                            + " (videobridge.http-servers.public.port)."));
            return;
        }
        var origin = channel.address().getScheme() + "://" + channel.address().getAuthority();
        if (!allowed(channel.address(), origin)) {
            said.add(Sentence.fault("It sends pages to a channel at " + origin + ", where they may not go. Best is the"
                    + " pages' own host (videobridge.websockets.domains and tls = true), so that the same proxy"
                    + " serves both; or name it in HOLDFAST_BRIDGE_CHANNELS."));
        } else if (origin.startsWith("ws:") && pages.stream().anyMatch(Advice::isEncrypted)) {
            said.add(Sentence.fault("Its channel at " + origin + " is not encrypted, and browsers open none such from"
                    + " an encrypted page. Set videobridge.websockets.tls ="
                    + " true, with a proxy before it that has the"
                    + " certificate."));
        } else if (channel.greets()) {
            said.add(Sentence.good("Its channel at " + origin + " opens."));
        } else {
            said.add(Sentence.fault("Its channel at " + origin + " does not open from this server. Let the proxy pass"
                    + " /colibri-ws/ on to the bridge's public port, with the upgrade to a WebSocket."));
        }
    }

    private boolean allowed(URI channel, String origin) {
        if (channels.contains(origin)) return true;
        if (pages.isEmpty()) return Reach.of(channel.getHost()) == Reach.LOOPBACK;
        return pages.stream().anyMatch(page -> isSamePlace(page, channel));
    }

    /// A port that is the scheme's own may be named or not.
    private static boolean isSamePlace(URI page, URI channel) {
        return page.getHost().equalsIgnoreCase(channel.getHost()) && openPort(page) == openPort(channel);
    }

    private static int openPort(URI address) {
        if (address.getPort() >= 0) return address.getPort();
        return address.getScheme().equals("https") || address.getScheme().equals("wss") ? 443 : 80;
    }

    private boolean isReached(Candidate candidate) {
        return switch (reach(candidate)) {
            case ANYWHERE, UNKNOWN -> true;
            case PRIVATE, CARRIER -> !fromOutside();
            case LINK, LOOPBACK, EXAMPLE -> false;
        };
    }

    /// Whether people come from other networks than the server's own, as far as the address of the pages tells.
    private boolean fromOutside() {
        return pages.stream().map(URI::getHost).map(Reach::of).anyMatch(reach -> switch (reach) {
            case ANYWHERE, UNKNOWN, EXAMPLE -> true;
            case PRIVATE, CARRIER, LINK, LOOPBACK -> false;
        });
    }

    private static Reach reach(Candidate candidate) {
        return Reach.of(candidate.address());
    }

    private static boolean isEncrypted(URI page) {
        return page.getScheme().equals("https");
    }

    private static String list(List<Candidate> candidates) {
        return candidates.stream()
                .map(candidate -> candidate.address() + " port " + candidate.port())
                .distinct()
                .collect(Collectors.joining(" and "));
    }

    private static int port(URI rest) {
        return rest.getPort() >= 0 ? rest.getPort() : 80;
    }
}
