package org.holdfast.web;

import org.holdfast.identity.staff.AccountProvider;
import org.holdfast.identity.staff.SigningIn;
import org.holdfast.identity.staff.StaffDirectory;
import org.holdfast.identity.staff.StaffSignIns;

/// Where staff sign in with accounts: what their pages need for it.
public record StaffAccounts(
        StaffSignIns signIns, SigningIn signingIn, AccountProvider provider, StaffDirectory directory) {}
