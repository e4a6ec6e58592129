package org.holdfast.live;

/// One open page of one person, as the live side sees it. All calls return at once.
public interface Page {
    /// A whole frame, encoded already: many pages share its text.
    void send(String frame);

    /// Done where the page is served, after what it was sent before.
    void afterwards(Runnable errand);

    void close(Goodbye goodbye);
}
