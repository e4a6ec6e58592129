package org.holdfast.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeadsFileTest {
    private static final String FIRST = "{\"one\":1}";
    private static final String SECOND = "{\"two\":2}";
    private static final String THIRD = "{\"three\":3}";

    @TempDir
    private Path folder;

    private Path path;

    @BeforeEach
    void aFile() {
        path = folder.resolve("out/heads.jsonl");
    }

    private List<String> lines() throws IOException {
        return Files.readAllLines(path);
    }

    @Test
    void lines_are_added_at_the_end_each_once() throws IOException {
        var file = new HeadsFile(path);
        file.append(List.of(FIRST, FIRST));
        file.append(List.of(FIRST, SECOND));
        assertEquals(List.of(FIRST, SECOND), lines());
    }

    @Test
    void a_node_that_starts_again_does_not_repeat_what_stands_there() throws IOException {
        new HeadsFile(path).append(List.of(FIRST, SECOND));
        new HeadsFile(path).append(List.of(FIRST, SECOND, THIRD));
        assertEquals(List.of(FIRST, SECOND, THIRD), lines());
    }

    @Test
    void after_a_crash_in_mid_line_the_line_is_written_again_whole() throws IOException {
        Files.createDirectories(path.getParent());
        Files.writeString(path, FIRST + "\n" + SECOND.substring(0, 4));
        new HeadsFile(path).append(List.of(FIRST, SECOND));
        assertEquals(List.of(FIRST, SECOND.substring(0, 4), SECOND), lines());
    }

    @Test
    void a_file_that_was_moved_away_is_begun_anew() throws IOException {
        var file = new HeadsFile(path);
        file.append(List.of(FIRST));
        Files.move(path, folder.resolve("shipped"));
        file.append(List.of(SECOND));
        assertEquals(List.of(SECOND), lines());
        assertEquals(List.of(FIRST), Files.readAllLines(folder.resolve("shipped")));
    }

    @Test
    void what_could_not_be_written_is_written_when_it_can_be() throws IOException {
        Files.createDirectories(path);
        var file = new HeadsFile(path);
        assertThrows(IOException.class, () -> file.append(List.of(FIRST)));
        Files.delete(path);
        file.append(List.of(FIRST));
        assertEquals(List.of(FIRST), lines());
    }
}
