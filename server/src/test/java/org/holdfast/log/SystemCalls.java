package org.holdfast.log;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// What a traced Redis did to its append-only file and to its clients, in order.
final class SystemCalls {
    sealed interface Call {
        /// @param entries how many entries it adds to the file
        record FileWritten(int entries) implements Call {}

        record FileSynced() implements Call {}

        /// @param answers how many appends it acknowledges
        record Replied(int answers) implements Call {}
    }

    private static final Pattern APPENDED = Pattern.compile("XADD");
    private static final Pattern ANSWERED = Pattern.compile("\\$7\\\\r\\\\nwritten");

    private SystemCalls() {}

    /// @param lines as `strace -f -y` writes them
    static List<Call> parse(List<String> lines) {
        var calls = new ArrayList<Call>();
        for (var line : lines) {
            var file = line.contains(".aof>");
            if (file && line.contains(" write(")) {
                calls.add(new Call.FileWritten(count(APPENDED, line)));
            } else if (line.contains("fdatasync") && line.endsWith("= 0")) {
                // Also the second half of a call that another thread's interrupted in the trace.
                calls.add(new Call.FileSynced());
            } else if (line.contains(" write(") || line.contains(" writev(")) {
                var answers = count(ANSWERED, line);
                if (answers > 0) calls.add(new Call.Replied(answers));
            }
        }
        return calls;
    }

    private static int count(Pattern pattern, String line) {
        return (int) pattern.matcher(line).results().count();
    }
}
