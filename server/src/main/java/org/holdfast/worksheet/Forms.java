package org.holdfast.worksheet;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Every form that can be opened, and every version that somebody may have begun.
public interface Forms {
    /// Nothing when there is no such version.
    @Nullable
    Form find(String form, String version);

    /// The newest version of each, by name.
    List<Form> newest();
}
