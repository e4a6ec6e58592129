package org.holdfast.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.holdfast.testing.Await;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedRedisTest {
    @TempDir
    Path folder;

    @Test
    void anOrphanOfAKilledRunIsAdopted() throws IOException {
        // Never closed, as if the demo had been killed.
        var killed = EmbeddedRedis.start(folder);
        try (var next = EmbeddedRedis.start(folder)) {
            assertTrue(next.adopted());
            assertEquals(killed.pid(), next.pid());
            assertEquals(killed.address(), next.address());
        }
        Await.until(() -> !alive(killed.pid()));
    }

    @Test
    void anotherProgramUnderTheOldNumberIsLeftAlone() throws IOException {
        long first;
        try (var redis = EmbeddedRedis.start(folder)) {
            first = redis.pid();
        }
        var self = ProcessHandle.current().pid();
        Files.writeString(folder.resolve("running"), self + " 1\n");
        try (var redis = EmbeddedRedis.start(folder)) {
            assertFalse(redis.adopted());
            assertNotEquals(first, redis.pid());
            assertNotEquals(self, redis.pid());
        }
    }

    @Test
    void startingAnewEndsTheOrphanAndItsData() throws IOException {
        var killed = EmbeddedRedis.start(folder);
        EmbeddedRedis.clear(folder);
        assertFalse(Files.exists(folder));
        Await.until(() -> !alive(killed.pid()));
    }

    @Test
    void theCarriedServerIsUnpackedOnceIntoTheDemosFolder() throws IOException {
        var program = RedisProgram.carried(folder);
        assertTrue(Files.isExecutable(program));
        assertEquals(folder, program.getParent());
        assertEquals(program, RedisProgram.carried(folder));
    }

    private static boolean alive(long pid) {
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }
}
