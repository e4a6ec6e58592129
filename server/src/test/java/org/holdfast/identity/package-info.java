/// Who a browser speaks for, against a real Redis.
@NullMarked
package org.holdfast.identity;

import org.jspecify.annotations.NullMarked;
