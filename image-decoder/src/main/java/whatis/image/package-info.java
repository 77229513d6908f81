/**
 * Decodes encoded pictures to exact RGB, upright and resized, within limits. {@link whatis.image.ImageDecoder} is the face
 * of it all; what lies in packages below is for its formats only.
 */
@NullMarked
package whatis.image;

import org.jspecify.annotations.NullMarked;
