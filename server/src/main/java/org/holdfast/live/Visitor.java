package org.holdfast.live;

import org.holdfast.session.DeviceId;
import org.holdfast.session.Member.Arrival;
import org.holdfast.session.MemberId;

/// Who opens a page of a session, in which browser, and what they answered on arriving.
public record Visitor(MemberId member, DeviceId device, Arrival arrival) {}
