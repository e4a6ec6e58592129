package org.holdfast;

import java.util.List;

/// All that is wrong with the settings, one sentence each.
public final class ConfigErrors extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final List<String> sentences;

    public ConfigErrors(List<String> sentences) {
        super(String.join("\n", sentences));
        this.sentences = List.copyOf(sentences);
    }

    public List<String> sentences() {
        return sentences;
    }
}
