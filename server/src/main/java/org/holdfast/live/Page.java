package org.holdfast.live;

/// One open page of one person, as the live side sees it. Both calls return at once.
public interface Page {
    /// A whole frame, encoded already: many pages share its text.
    void send(String frame);

    void close(Goodbye goodbye);
}
