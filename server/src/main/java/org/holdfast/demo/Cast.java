package org.holdfast.demo;

import java.util.List;
import org.holdfast.identity.Kind;

/// The people of the demo: invented, like their addresses and numbers. Tests and documents know the same ones.
///
/// @param credential of staff; nobody else has one
public record Cast(String id, String name, Kind kind, String credential, String address, String contact, String phone) {
    static final Cast DANA = staff("p-dana", "Dana W.", "LCSW");
    static final Cast BEN = staff("p-ben", "Ben H.", "LADC");

    /// The lead first.
    public static final List<Cast> STAFF = List.of(DANA, BEN);

    public static final List<Cast> GROUP = List.of(
            participant("p-amina", "Amina H.", "12 Harbor Lane, Apt 3, Millbrook", "Yusuf H.", "555-0101"),
            participant("p-sam", "Sam P.", "48 Juniper Street, Millbrook", "Jo P.", "555-0102"),
            participant("p-maria", "Maria V.", "7 Orchard Road, Eastfield", "Elena V.", "555-0103"),
            participant("p-luis", "Luis G.", "301 Canal Street, Unit B, Eastfield", "Rosa G.", "555-0104"),
            participant("p-theo", "Theo M.", "19 Chapel Hill, Millbrook", "Nora M.", "555-0105"));

    private static Cast staff(String id, String name, String credential) {
        return new Cast(id, name, Kind.STAFF, credential, "", "", "");
    }

    private static Cast participant(String id, String name, String address, String contact, String phone) {
        return new Cast(id, name, Kind.PARTICIPANT, "", address, contact, phone);
    }

    String page() {
        return kind == Kind.STAFF ? "/staff" : "/join";
    }
}
