/// How sound and pictures travel: browser to browser in [org.holdfast.media.peer], through a videobridge in
/// [org.holdfast.media.jitsi]. The port is [org.holdfast.live.MediaPlane].
@NullMarked
package org.holdfast.media;

import org.jspecify.annotations.NullMarked;
