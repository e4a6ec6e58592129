package org.holdfast.worksheet;

public record Answer(Place place, Value value) {}
