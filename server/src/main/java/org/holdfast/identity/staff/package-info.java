/// Staff who have signed in with an account: what they are here ([RoleNames]), how long they stay signed in
/// ([StaffSignIns]), and what is asked of whoever keeps the accounts ([AccountProvider]).
@NullMarked
package org.holdfast.identity.staff;

import org.jspecify.annotations.NullMarked;
