"""English: pictures in the text, and the command that prepares them."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

MESSAGES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "field.picture_name": "“{value}” cannot be the name of a picture; use letters, digits and hyphens, and end in .jpg, .png or .webp (lower case), such as before-1.jpg",
        "picture.count": "pictures holds 2 to {most} pictures, here are {count}; write picture for a single one, several blocks for more",
        "picture.absent": "picture “{file}” is missing; put it into {folder}",
        "picture.link": "picture “{file}” is a link and was not read; put the file itself into {folder}",
        "picture.is_folder": "“{file}” is a folder, no picture; move it away and put the picture into {folder}",
        "picture.kind": "“{file}” is no plain file (a pipe or a device) and was not read; delete it and put the picture into {folder}",
        "picture.case": "picture “{file}” is missing; “{found}” is there, in another case; rename that file to {file}",
        "picture.no_access": "picture “{file}” cannot be opened; look at its permissions in {folder}, or put it there again",
        "picture.file_large": "picture “{file}” is larger than {limit} MB and was not read; make it smaller first",
        "picture.format": "picture “{file}” is {found}, which pages do not take; save it as JPEG, PNG or WebP",
        "picture.unknown": "picture “{file}” is neither JPEG, PNG nor WebP; save it as one of them",
        "picture.damaged": "picture “{file}” is damaged (cut off, or not what it should be); put the original here again",
        "picture.moving": "picture “{file}” moves; use one that does not",
        "picture.coding": "picture “{file}” is coded as browsers do not show it; save it as a usual JPEG",
        "picture.name": "picture “{file}” holds {found}, which its name does not say; call it {mended}",
        "picture.turned": "picture “{file}” is stored lying or upside down and only turned by its Exif data; run python3 build.py pictures {slug}, or turn it and save it anew",
        "picture.told": "picture “{file}” holds what nobody sees ({told}), perhaps the place and the camera; run python3 build.py pictures {slug} to remove it; it looks the same",
        "picture.large": "picture “{file}” has {size} MB and {width}×{height} pixels, too much (limit {limit} MB, 16 million pixels, 8192 a side); run python3 build.py pictures {slug}, or make it smaller",
        "picture.copy": "copy “{copy}” of picture “{file}” cannot be used; delete it and run python3 build.py pictures {slug}",
        "picture.no_copies": "picture “{file}” is large and has no copies for telephones; run python3 build.py pictures {slug}",
        "picture.budget": "a telephone loads {size} MB of pictures for this notice, more than {limit} MB, which is slow; use fewer, or run python3 build.py pictures {slug}",
        "release.alternative": "the alternative text “{text}” does not say what is seen; describe it",
        "rule.release.alternative": "Alternative text says what is seen",
        "cli.pictures": "prepare the pictures in a notice's text: without camera data and place, upright, small, with copies for telephones; pictures NOTICE",
        "pictures.which": "name one notice, such as python3 build.py pictures 2022-02-23-jxzszx",
        "pictures.unreadable": "{path} has errors, its pictures were left alone; run python3 build.py to see them, and come back",
        "pictures.none": "this notice has no pictures in its text",
        "pictures.too_large": "picture “{file}” has too many pixels and was left alone; make it smaller first",
        "pictures.bare": "{file}: removed {told}; it looks the same",
        "pictures.remade": "{file}: saved anew as {width}×{height} pixels, {size} kB",
        "pictures.kept": "{file}: nothing to do",
        "pictures.copies": "{file}: made copies {copies}",
        "pictures.done": "{count} pictures are ready; those in the folder were changed: keep the originals elsewhere",
        "pictures.copied": "{count} pictures are ready: only copies were made, the pictures are as they were",
        "pictures.ready": "{count} pictures need nothing; no file was changed",
    }
)
