package org.holdfast.log;

/// Entries that moved into an archive at one time, sealed. Never rewritten: what comes later is another part, so no
/// archiving can harm what an earlier one stored.
record ArchivePart(long first, long last, byte[] sealed) {}
