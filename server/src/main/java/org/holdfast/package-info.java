/// Where the parts are wired together by hand: [Main] reads what was asked, [Config] the settings, [Node] is one
/// running server. Nothing here decides anything.
@NullMarked
package org.holdfast;

import org.jspecify.annotations.NullMarked;
