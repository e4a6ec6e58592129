package org.holdfast.identity.keycloak;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.client.ClientBuilder;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.holdfast.clinic.ClinicId;
import org.holdfast.identity.staff.RoleNames;
import org.holdfast.identity.staff.StaffDirectory;
import org.holdfast.identity.staff.StaffSignIns;
import org.jspecify.annotations.Nullable;
import org.keycloak.OAuth2Constants;
import org.keycloak.admin.client.JacksonProvider;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.KeycloakBuilder;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.representations.idm.MemberRepresentation;
import org.keycloak.representations.idm.RoleRepresentation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keycloak's list of who belongs to an organization, read with an account of the server's own that may look and change
/// nothing. Its library waits for each answer, so each reading has a virtual thread to itself. What was read holds for
/// half a minute; several who ask at once share one reading.
public final class KeycloakDirectory implements StaffDirectory, AutoCloseable {
    /// What the server itself signs in with, to look.
    public record Client(String id, String secret) {
        @Override
        public String toString() {
            return "Client[" + id + "]";
        }
    }

    static final Duration HOLDS = Duration.ofSeconds(30);
    private static final Logger LOG = LoggerFactory.getLogger(KeycloakDirectory.class);
    private static final Duration PATIENCE = Duration.ofSeconds(4);
    private static final int PAGE = 100;
    private static final int MOST = 1_000;
    private static final String PROGRAM = "service-account-";
    private static final String REALMS = "/realms/";

    private record Read(Future<List<Colleague>> staff, Instant at) {}

    private final Vertx vertx;
    private final InstantSource clock;
    private final URI issuer;
    private final Client client;
    private final Map<ClinicId, Read> known = new HashMap<>();
    private @Nullable Keycloak keycloak;

    public KeycloakDirectory(Vertx vertx, URI issuer, Client client, InstantSource clock) {
        this.vertx = vertx;
        this.issuer = issuer;
        this.client = client;
        this.clock = clock;
    }

    @Override
    public synchronized Future<List<Colleague>> of(ClinicId clinic) {
        var now = clock.instant();
        var before = known.get(clinic);
        if (before != null && holds(before, now)) return before.staff();
        var reading = reading(clinic);
        known.put(clinic, new Read(reading, now));
        return reading;
    }

    private static boolean holds(Read read, Instant now) {
        if (!read.staff().isComplete()) return true;
        return read.staff().succeeded() && now.isBefore(read.at().plus(HOLDS));
    }

    private Future<List<Colleague>> reading(ClinicId clinic) {
        var context = vertx.getOrCreateContext();
        var promise = Promise.<List<Colleague>>promise();
        Thread.ofVirtual().name("staff-directory").start(() -> {
            try {
                var staff = read(clinic);
                context.runOnContext(_ -> promise.complete(staff));
            } catch (WebApplicationException | ProcessingException away) {
                LOG.warn("The staff directory cannot be read: {}", away.toString());
                context.runOnContext(_ -> promise.fail(new IOException("The staff directory cannot be read", away)));
            } catch (RuntimeException | Error fault) {
                context.runOnContext(_ -> promise.fail(fault));
            }
        });
        return promise.future();
    }

    private List<Colleague> read(ClinicId clinic) {
        var realm = realm();
        var organization = realm.organizations().search(clinic.value(), false, 0, PAGE).stream()
                .filter(found -> clinic.value().equals(found.getAlias()) && found.isEnabled())
                .findFirst();
        if (organization.isEmpty()) return List.of();
        var members = realm.organizations().get(organization.get().getId()).members();
        var staff = new ArrayList<Colleague>();
        for (var first = 0; first < MOST; first += PAGE) {
            var page = members.list(first, PAGE);
            for (var member : page) if (works(member)) staff.add(colleague(realm, member));
            if (page.size() < PAGE) break;
        }
        staff.removeIf(colleague -> colleague.roles().isEmpty());
        staff.sort(Comparator.comparing(Colleague::name).thenComparing(Colleague::person));
        return List.copyOf(staff);
    }

    /// Programs belong to the clinic as well, but none of them leads a group.
    private static boolean works(MemberRepresentation member) {
        return Boolean.TRUE.equals(member.isEnabled()) && !member.getUsername().startsWith(PROGRAM);
    }

    private static Colleague colleague(RealmResource realm, MemberRepresentation member) {
        var roles = realm.users().get(member.getId()).roles().realmLevel().listEffective().stream()
                .map(RoleRepresentation::getName)
                .toList();
        var name = Stream.of(member.getFirstName(), member.getLastName())
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(" "));
        return new Colleague(
                StaffSignIns.person(member.getId()),
                member.getUsername(),
                name.isEmpty() ? member.getUsername() : name,
                RoleNames.among(roles));
    }

    private synchronized RealmResource realm() {
        var text = issuer.toString();
        var at = text.lastIndexOf(REALMS);
        var name = text.substring(at + REALMS.length());
        if (keycloak == null) {
            keycloak = KeycloakBuilder.builder()
                    .serverUrl(text.substring(0, at))
                    .realm(name)
                    .grantType(OAuth2Constants.CLIENT_CREDENTIALS)
                    .clientId(client.id())
                    .clientSecret(client.secret())
                    .resteasyClient(ClientBuilder.newBuilder()
                            .connectTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                            .readTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                            .register(JacksonProvider.class)
                            .build())
                    .build();
        }
        return Objects.requireNonNull(keycloak).realm(name);
    }

    @Override
    public synchronized void close() {
        if (keycloak != null) keycloak.close();
    }
}
