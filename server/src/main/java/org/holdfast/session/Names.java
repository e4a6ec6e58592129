package org.holdfast.session;

/// How people are called: joined after the fold, since the session's log knows people by id only.
@FunctionalInterface
public interface Names {
    String of(MemberId member);
}
