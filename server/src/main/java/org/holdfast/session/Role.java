package org.holdfast.session;

/// What a member is in this session: from the plan, never from the order of arrival.
public enum Role {
    PARTICIPANT,
    FACILITATOR
}
