/** Serves over HTTP what an image shows and what Wikipedia says about it. */
@NullMarked
package whatis.service;

import org.jspecify.annotations.NullMarked;
