package org.holdfast.identity.staff;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.holdfast.clinic.StaffRole;

/// Roles as accounts name them.
public final class RoleNames {
    private RoleNames() {}

    public static String of(StaffRole role) {
        return role.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Those that are ours; an account may have others, which mean nothing here.
    public static Set<StaffRole> among(Collection<String> names) {
        var roles = EnumSet.noneOf(StaffRole.class);
        for (var role : StaffRole.values()) if (names.contains(of(role))) roles.add(role);
        return roles;
    }

    static String words(Set<StaffRole> roles) {
        return roles.stream().map(RoleNames::of).sorted().collect(Collectors.joining(" "));
    }
}
