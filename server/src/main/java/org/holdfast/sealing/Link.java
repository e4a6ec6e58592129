package org.holdfast.sealing;

/// What an entry's MAC covers, exactly as it is stored: sealed words are covered as ciphertext, so a chain still
/// verifies when their key is gone.
public record Link(long seq, String at, String by, String command, String events) {}
