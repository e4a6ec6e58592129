package org.holdfast.meeting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.time.Duration;
import java.util.List;
import org.holdfast.clinic.ClinicId;
import org.holdfast.decision.Actor;
import org.holdfast.testing.RedisExtension;
import org.holdfast.testing.TestRedis;
import org.holdfast.web.WebContract;
import org.holdfast.web.WebContract.Route;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Every read of the contract, beside the audit log.
@ExtendWith({VertxExtension.class, RedisExtension.class})
class NotedReadsTest {
    private static final List<Route> READS = WebContract.routes().stream()
            .filter(route -> route.method().equals("get"))
            .toList();

    private Clinic clinic;
    private Notes notes;
    private Browser dana;

    @BeforeEach
    void open(Vertx vertx, TestRedis redis) {
        clinic = Clinic.open(redis);
        notes = Notes.of(clinic, vertx, redis);
        var books = new Books(clinic.first(), ClinicId.ONLY);
        dana = books.appointed("p-dana", clinic.browserOf("Dana W."));
        books.gives("p-sam", "w-sam");
    }

    @AfterEach
    void close() {
        notes.close();
        clinic.close();
    }

    @Test
    void eachReadOfSomebodysDataLeavesOneNoteByWhoeverRead() {
        for (var read : READS) {
            var before = notes.all().size();
            var answer = dana.get(path(read));
            if (!read.noted()) {
                assertEquals(before, notes.all().size(), read.operation());
                continue;
            }
            assertEquals(200, answer.statusCode(), read.operation() + " " + answer.body());
            assertEquals(before + 1, notes.all().size(), read.operation());
            assertEquals(new Actor.Person("p-dana"), notes.all().getLast().by(), read.operation());
        }
    }

    @Test
    void aPageThatLooksOnIsOneLookForFiveMinutes() {
        var sheet = "/api/v1/sessions/" + clinic.session() + "/attendance";
        for (var i = 0; i < 3; i++) assertEquals(200, dana.get(sheet).statusCode());
        assertEquals(1, notes.all().size());
        clinic.clock.pass(Duration.ofMinutes(6));
        assertEquals(200, dana.get(sheet).statusCode());
        assertEquals(2, notes.all().size());
    }

    @Test
    void whatCannotBeNotedIsNotShown() {
        notes.standInTheWay();
        for (var read : READS) {
            if (!read.noted()) continue;
            var answer = dana.get(path(read));
            assertEquals(503, answer.statusCode(), read.operation());
            assertTrue(answer.body().contains("not-noted"), answer.body());
            assertFalse(answer.body().contains("Sam"), answer.body());
        }
    }

    private String path(Route route) {
        return "/api/v1"
                + route.path()
                        .replace("{session}", clinic.session())
                        .replace("{member}", "p-sam")
                        .replace("{person}", "p-sam")
                        .replace("{group}", "g-evening")
                        .replace("{sheet}", "w-sam")
                        .replace("{form}", "halt")
                        .replace("{what}", "sheet")
                + RequestBodies.query(route.operation());
    }
}
