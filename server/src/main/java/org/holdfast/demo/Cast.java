package org.holdfast.demo;

import static org.holdfast.clinic.StaffRole.AUDITOR;
import static org.holdfast.clinic.StaffRole.CLINICIAN;
import static org.holdfast.clinic.StaffRole.CLINIC_ADMIN;
import static org.holdfast.clinic.StaffRole.FACILITATOR;
import static org.holdfast.clinic.StaffRole.SUPERVISOR;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.holdfast.clinic.StaffRole;
import org.holdfast.identity.Kind;
import org.holdfast.session.MemberId;

/// The people of the demo: invented, like their addresses and numbers. Tests and documents know the same ones.
///
/// @param credential of staff; nobody else has one
/// @param roles of staff
public record Cast(
        String id,
        String name,
        Kind kind,
        String credential,
        Set<StaffRole> roles,
        String address,
        String contact,
        String phone) {
    static final Cast DANA = staff("p-dana", "Dana W.", "LCSW", FACILITATOR, CLINICIAN, SUPERVISOR, CLINIC_ADMIN);
    static final Cast BEN = staff("p-ben", "Ben H.", "LADC", FACILITATOR, AUDITOR);

    /// The lead first.
    public static final List<Cast> STAFF = List.of(DANA, BEN);

    public static final List<Cast> GROUP = List.of(
            participant("p-amina", "Amina H.", "12 Harbor Lane, Apt 3, Millbrook", "Yusuf H.", "555-0101"),
            participant("p-sam", "Sam P.", "48 Juniper Street, Millbrook", "Jo P.", "555-0102"),
            participant("p-maria", "Maria V.", "7 Orchard Road, Eastfield", "Elena V.", "555-0103"),
            participant("p-luis", "Luis G.", "301 Canal Street, Unit B, Eastfield", "Rosa G.", "555-0104"),
            participant("p-theo", "Theo M.", "19 Chapel Hill, Millbrook", "Nora M.", "555-0105"));

    /// Who joins them where a group is to be as large as clinics have.
    private static final List<Cast> MORE = List.of(
            participant("p-nia", "Nia B.", "77 Granary Row, Millbrook", "Cora B.", "555-0106"),
            participant("p-omar", "Omar K.", "5 Willow Court, Eastfield", "Hana K.", "555-0107"),
            participant("p-ruth", "Ruth C.", "230 Mill Street, Apt 9, Millbrook", "Paul C.", "555-0108"),
            participant("p-grace", "Grace L.", "14 Station Road, Eastfield", "May L.", "555-0109"),
            participant("p-ivan", "Ivan R.", "61 Quarry Lane, Millbrook", "Vera R.", "555-0110"),
            participant("p-jack", "Jack N.", "8 Meadow View, Eastfield", "Erin N.", "555-0111"));

    public static final int MOST = GROUP.size() + MORE.size();

    /// The first so many participants.
    static List<Cast> group(int people) {
        return Stream.concat(GROUP.stream(), MORE.stream()).limit(people).toList();
    }

    private static Cast staff(String id, String name, String credential, StaffRole... roles) {
        return new Cast(id, name, Kind.STAFF, credential, Set.of(roles), "", "", "");
    }

    private static Cast participant(String id, String name, String address, String contact, String phone) {
        return new Cast(id, name, Kind.PARTICIPANT, "", Set.of(), address, contact, phone);
    }

    /// Under which the clinic knows them.
    String number() {
        return (kind == Kind.STAFF ? "S-" : "H-")
                + id.substring(id.indexOf('-') + 1).toUpperCase(Locale.ROOT);
    }

    MemberId member() {
        return new MemberId(id);
    }

    String page() {
        return kind == Kind.STAFF ? "/staff" : "/join";
    }
}
